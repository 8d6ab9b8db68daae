-- When a person turned their password off.
ALTER TABLE "user_account" ADD COLUMN "password_off_at" TIMESTAMPTZ(3);

CREATE TABLE "passkey" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "credential_id" TEXT NOT NULL,
    "user_handle" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "counter" BIGINT NOT NULL,
    "aaguid" TEXT NOT NULL,
    "transports" TEXT[],
    "is_backup_eligible" BOOLEAN NOT NULL,
    "is_backed_up" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");
CREATE UNIQUE INDEX "passkey_user_id_domain_number_key" ON "passkey"("user_id", "domain", "number");

CREATE TABLE "passkey_challenge" (
    "challenge" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "number" INTEGER,
    "user_handle" TEXT,

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("challenge")
);

CREATE INDEX "passkey_challenge_expires_at_idx" ON "passkey_challenge"("expires_at");

-- Whoever gets the user ID of a deleted account must not get its passkeys. No foreign key: where a gateway keeps the
-- accounts, there is no row to refer to.
CREATE FUNCTION "delete_passkeys_of_account"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "passkey" WHERE "user_id" = OLD."user_id" AND "domain" = OLD."domain";
  RETURN NULL;
END
$$;

CREATE TRIGGER "user_account_passkeys" AFTER DELETE ON "user_account"
FOR EACH ROW EXECUTE FUNCTION "delete_passkeys_of_account"();
