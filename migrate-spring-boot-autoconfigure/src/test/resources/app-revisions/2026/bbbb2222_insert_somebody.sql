-- Insert somebody
--
-- revision: bbbb2222
-- down_revision: aaaa1111
-- create_date: 2026-11-20T10:31:00Z

-- migrate:upgrade
INSERT INTO person (name) VALUES ('somebody');

-- migrate:downgrade
DELETE FROM person;
