-- How often people were reminded of what they have not set up.
CREATE TABLE reminder (
    user_id text NOT NULL,
    domain text NOT NULL,
    kind text NOT NULL,
    count integer NOT NULL,
    shown_at timestamp(3) with time zone NOT NULL,
    is_dismissed boolean NOT NULL,
    CONSTRAINT reminder_pkey PRIMARY KEY (user_id, domain, kind)
);

CREATE FUNCTION delete_reminders_of_account() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM "reminder" WHERE "user_id" = OLD."user_id" AND "domain" = OLD."domain";
  RETURN NULL;
END
$$;
CREATE TRIGGER user_account_reminders AFTER DELETE ON user_account FOR EACH ROW EXECUTE FUNCTION delete_reminders_of_account();
