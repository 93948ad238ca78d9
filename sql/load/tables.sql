delete from store.cities;
insert into store.cities by name from cities_known;
delete from store.event_words;
insert into store.event_words by name from event_words_known;
delete from store.scorecard;
insert into store.scorecard by name from scorecard_known;
