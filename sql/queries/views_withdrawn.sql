delete from published_views;
