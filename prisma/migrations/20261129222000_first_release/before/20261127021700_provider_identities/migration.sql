-- Whose account a subject of an identity provider is, from the first sign-in on: a user name that changes hands at the
-- provider takes nobody's account along.
CREATE TABLE "provider_identity" (
  "issuer" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "bound_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "provider_identity_pkey" PRIMARY KEY ("issuer", "subject")
);
CREATE UNIQUE INDEX "provider_identity_user" ON "provider_identity"("user_id", "domain", "issuer");

-- Whoever gets the user ID of a deleted account must not be the old one's subject. No foreign key: where a gateway keeps
-- the accounts, there is no row to refer to.
CREATE FUNCTION "delete_provider_identities_of_account"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "provider_identity" WHERE "user_id" = OLD."user_id" AND "domain" = OLD."domain";
  RETURN NULL;
END
$$;

CREATE TRIGGER "user_account_provider_identity" AFTER DELETE ON "user_account"
FOR EACH ROW EXECUTE FUNCTION "delete_provider_identities_of_account"();
