-- Whom a document by itself is read to name, beside who that is by the lists of actors.
alter table store.arguments add column read_name varchar;
alter table store.arguments add column read_actor_id varchar;
update store.arguments set read_name = name, read_actor_id = actor_id;

-- What CAMEO and PLOVER call an actor.
alter table store.actors add column actor_code varchar;
alter table store.actors add column sector varchar;
alter table store.actors add column cameo varchar;

-- One row a name that current documents use for an actor.
create table store.actor_names (
    actor_id varchar not null,
    name varchar not null,
    first_seen timestamp,
    last_seen timestamp,
    n_mentions bigint not null,
    example_mention varchar not null
);

-- One row an office that current documents give an actor.
create table store.actor_offices (
    actor_id varchar not null,
    office varchar not null,
    country varchar,
    first_seen timestamp,
    last_seen timestamp,
    n_mentions bigint not null,
    example_mention varchar not null
);

-- One row a change of what readers see. Only ids: no word of a document is kept here.
create table store.changes (
    run_id varchar not null,
    "at" timestamp not null,
    subject varchar not null,
    what varchar not null,
    event_id varchar,
    document_id varchar,
    mention_id varchar,
    previous_event_ids varchar[] not null
);

-- One row a fingerprint of what was taken down and must not come back; no word of it is kept.
create table store.tombstones (
    kind varchar not null,
    fingerprint varchar not null,
    why varchar,
    "at" timestamp not null,
    run_id varchar not null,
    -- Whether the file has been written anew since, without what it held in its free space.
    is_erased boolean not null
);

-- Whether an address is one of those that were taken down.
create macro store.is_forgotten(address) as
    sha256(address) in (select fingerprint from store.tombstones where kind = 'address');

-- An address as it may be shown: of one that was taken down, only a fingerprint.
create macro store.shown(address) as
    if(store.is_forgotten(address), 'forgotten:' || left(sha256(address), 16), address);
