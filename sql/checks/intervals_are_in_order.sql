-- stop: nothing ends before it starts
select 'mention' as what, mention_id as id
from checked_mentions
where date_start >= date_end or (date_start is null) <> (date_end is null)
    or trigger_start >= trigger_end
    or evidence_start >= evidence_end
    or trigger_start < evidence_start
    or trigger_start >= evidence_end
union all
select 'event', event_id from checked_merged_events where date_start >= date_end
union all
select 'revision', document_id from store.revisions where first_seen > last_seen
union all
select 'run', run_id from store.runs where started_at > finished_at
union all
select 'reject', reject_id from store.rejects where first_at > last_at
union all
select 'actor', actor_id from checked_actor_counts where first_published_at > last_published_at;
