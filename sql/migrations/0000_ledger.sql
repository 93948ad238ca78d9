-- What has been applied to this warehouse, and what its views were made from.
create table if not exists schema_migrations (
    version integer not null,
    name varchar not null,
    sha256 varchar not null,
    applied_at timestamp not null
);
create table if not exists published_views (name varchar not null, sha256 varchar not null);
