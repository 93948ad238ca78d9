-- What mentions said before this transaction, of those that may say something else after it.
create or replace temp table mentions_before (
    mention_id varchar, document_id varchar, digest ubigint
);
