select name, sha256 from published_views order by name;
