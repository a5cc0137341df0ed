-- What a deployment asks beside the fields that everybody needs (e-mail, full address, second
-- occupation): sealed under the person's key, as one JSON object; null where nothing is asked.
alter table enrolments add column extras bytea;
