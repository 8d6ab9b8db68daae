-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "user_account" (
    "user_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "roles" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "password_changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("user_id","domain")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activation" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "device_name" TEXT,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "registration_identifier" TEXT,
    "sealed_payload" TEXT,
    "issued_at" TIMESTAMPTZ(3),
    "scanned_at" TIMESTAMPTZ(3),
    "verified_at" TIMESTAMPTZ(3),
    "linked_at" TIMESTAMPTZ(3),
    "active_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "instance_id" TEXT,
    "failure_reason" TEXT,
    "start_key" TEXT,
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "activation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_record" (
    "sequence_number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "subject_user_id" TEXT,
    "subject_domain" TEXT,
    "actor" JSONB NOT NULL,
    "fact" JSONB NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "address" TEXT,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_record_pkey" PRIMARY KEY ("sequence_number")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "window_ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "gateway_licence" (
    "serial_number" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "sealed_key" TEXT NOT NULL,
    "activation_limit" INTEGER NOT NULL,
    "pin_minimum_length" INTEGER NOT NULL,
    "pin_maximum_length" INTEGER NOT NULL,
    "notifications_enabled" BOOLEAN NOT NULL,
    "next_sequence_number" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gateway_licence_pkey" PRIMARY KEY ("serial_number")
);

-- CreateTable
CREATE TABLE "gateway_registration" (
    "identifier" TEXT NOT NULL,
    "serial_number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "salt" TEXT NOT NULL,
    "sealed_verifier" TEXT,
    "sealed_server_private_key" TEXT,
    "client_public_key" TEXT,
    "server_public_key" TEXT,
    "wrong_proofs" INTEGER NOT NULL DEFAULT 0,
    "sequence_number" INTEGER,
    "device_code" TEXT,
    "description" TEXT,
    "sealed_instance_key" TEXT,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "keyed_at" TIMESTAMPTZ(3),
    "data_sent_at" TIMESTAMPTZ(3),
    "device_added_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "gateway_registration_pkey" PRIMARY KEY ("identifier")
);

-- CreateTable
CREATE TABLE "gateway_instance" (
    "serial_number" TEXT NOT NULL,
    "sequence_number" INTEGER NOT NULL,
    "sealed_key" TEXT,
    "device_code" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "activated_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "last_accepted_step" INTEGER NOT NULL DEFAULT 0,
    "sealed_notification_id" TEXT,

    CONSTRAINT "gateway_instance_pkey" PRIMARY KEY ("serial_number","sequence_number")
);

-- CreateIndex
CREATE INDEX "session_user_id_domain_idx" ON "session"("user_id", "domain");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "activation_registration_identifier_idx" ON "activation"("registration_identifier");

-- CreateIndex
CREATE INDEX "activation_user_id_domain_requested_at_idx" ON "activation"("user_id", "domain", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "activation_user_id_domain_start_key_key" ON "activation"("user_id", "domain", "start_key");

-- CreateIndex
CREATE INDEX "audit_record_subject_user_id_subject_domain_sequence_number_idx" ON "audit_record"("subject_user_id", "subject_domain", "sequence_number");

-- CreateIndex
CREATE INDEX "rate_limit_window_ends_at_idx" ON "rate_limit"("window_ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "gateway_licence_user_id_domain_key" ON "gateway_licence"("user_id", "domain");

-- CreateIndex
CREATE INDEX "gateway_registration_serial_number_state_idx" ON "gateway_registration"("serial_number", "state");

-- CreateIndex
CREATE INDEX "gateway_registration_state_expires_at_idx" ON "gateway_registration"("state", "expires_at");

-- AddForeignKey
ALTER TABLE "gateway_registration" ADD CONSTRAINT "gateway_registration_serial_number_fkey" FOREIGN KEY ("serial_number") REFERENCES "gateway_licence"("serial_number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gateway_instance" ADD CONSTRAINT "gateway_instance_serial_number_fkey" FOREIGN KEY ("serial_number") REFERENCES "gateway_licence"("serial_number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- A person has at most one pending activation: two tabs, double clicks and two replicas included.
CREATE UNIQUE INDEX "activation_one_pending" ON "activation"("user_id", "domain")
  WHERE "state" IN ('requested', 'issued', 'scanned', 'verified', 'linked');

-- The round that looks after pending activations.
CREATE INDEX "activation_pending_expires_at" ON "activation"("expires_at")
  WHERE "state" IN ('requested', 'issued', 'scanned', 'verified', 'linked');

-- The activation password is erased with every step past the image.
ALTER TABLE "activation" ADD CONSTRAINT "activation_payload_only_while_issued"
  CHECK (("sealed_payload" IS NOT NULL) = ("state" = 'issued'));

-- The audit log is append only.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append only';
END $$;
CREATE TRIGGER "audit_record_append_only" BEFORE UPDATE OR DELETE ON "audit_record"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_record_no_truncate" BEFORE TRUNCATE ON "audit_record"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
