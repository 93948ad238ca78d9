insert into schema_migrations
select $1, $2, $3, cast(now() at time zone 'UTC' as timestamp);
