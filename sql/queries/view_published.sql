insert into published_views values ($1, $2);
