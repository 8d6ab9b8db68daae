-- What a person keeps for the day on which their phone is lost; at most one each. Deleted by the activation that it starts.
CREATE TABLE "recovery_code" (
  "user_id" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "code_hash" TEXT NOT NULL,
  "made_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("user_id", "domain")
);
CREATE UNIQUE INDEX "recovery_code_id_key" ON "recovery_code"("id");

-- Whoever gets the user ID of a deleted account must not get its code. No foreign key: where a gateway keeps the accounts,
-- there is no row to refer to.
CREATE FUNCTION "delete_recovery_code_of_account"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "recovery_code" WHERE "user_id" = OLD."user_id" AND "domain" = OLD."domain";
  RETURN NULL;
END
$$;

CREATE TRIGGER "user_account_recovery_code" AFTER DELETE ON "user_account"
FOR EACH ROW EXECUTE FUNCTION "delete_recovery_code_of_account"();

-- Whether a recovery code started it: its device is on probation for longer.
ALTER TABLE "activation" ADD COLUMN "is_recovery" BOOLEAN NOT NULL DEFAULT false;
