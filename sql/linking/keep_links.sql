insert into store.links select mention_id, other_id, score, reasons from found_links;
