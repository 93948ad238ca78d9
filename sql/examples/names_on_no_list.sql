-- Which names are mentioned most and on no list of known actors?
select name, aliases, n_mentions
from actors
where kind is null and n_mentions > 0
order by n_mentions desc, name
limit 50;
