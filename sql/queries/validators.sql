select url, etag, last_modified, "at"
from store.fetches
where etag is not null or last_modified is not null;
