-- When a member of staff could begin to enrol a first second factor, and when they did.
CREATE TABLE "staff_enrolment" (
  "user_id" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "enrolled_at" TIMESTAMPTZ(3),
  CONSTRAINT "staff_enrolment_pkey" PRIMARY KEY ("user_id", "domain")
);

CREATE FUNCTION "is_staff"(roles TEXT[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT EXISTS (SELECT 1 FROM unnest(roles) AS role WHERE role <> 'user')
$$;

-- Accounts from before have their time from now on.
INSERT INTO "staff_enrolment" ("user_id", "domain") SELECT "user_id", "domain" FROM "user_account" WHERE "is_staff"("roles");

-- Triggers, so that no way to make staff or to bind a factor can leave it out, and by the database's clock alone.
CREATE FUNCTION "open_staff_enrolment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "staff_enrolment" ("user_id", "domain") VALUES (NEW."user_id", NEW."domain")
  ON CONFLICT ("user_id", "domain") DO UPDATE SET "opened_at" = now(), "enrolled_at" = NULL;
  RETURN NULL;
END
$$;

CREATE TRIGGER "user_account_made_staff" AFTER INSERT ON "user_account"
FOR EACH ROW WHEN ("is_staff"(NEW."roles")) EXECUTE FUNCTION "open_staff_enrolment"();

CREATE TRIGGER "user_account_becomes_staff" AFTER UPDATE OF "roles" ON "user_account"
FOR EACH ROW WHEN ("is_staff"(NEW."roles") AND NOT "is_staff"(OLD."roles")) EXECUTE FUNCTION "open_staff_enrolment"();

CREATE FUNCTION "note_staff_enrolment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "staff_enrolment" SET "enrolled_at" = now()
  WHERE "user_id" = NEW."user_id" AND "domain" = NEW."domain" AND "enrolled_at" IS NULL;
  RETURN NULL;
END
$$;

CREATE TRIGGER "passkey_enrols_staff" AFTER INSERT ON "passkey"
FOR EACH ROW EXECUTE FUNCTION "note_staff_enrolment"();

CREATE TRIGGER "activation_enrols_staff" AFTER UPDATE OF "state" ON "activation"
FOR EACH ROW WHEN (NEW."state" = 'active') EXECUTE FUNCTION "note_staff_enrolment"();
