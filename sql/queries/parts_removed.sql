delete from store.loaded_parts;
