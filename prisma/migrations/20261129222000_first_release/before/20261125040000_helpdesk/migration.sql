-- AlterTable
ALTER TABLE "activation" ADD COLUMN     "invitation_id" TEXT,
ADD COLUMN     "requested_browser" TEXT,
ADD COLUMN     "requested_network" TEXT;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "invitation_id" TEXT;

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "reason_text" TEXT,
    "ticket" TEXT NOT NULL,
    "delivery" TEXT NOT NULL,
    "lifetime_ms" INTEGER NOT NULL,
    "evidence" JSONB NOT NULL,
    "justification" TEXT,
    "old_instance_id" TEXT,
    "old_device_fate" TEXT,
    "old_device_state" TEXT,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "token_hash" TEXT,
    "code_hash" TEXT,
    "read_out_hash" TEXT,
    "browser_hash" TEXT,
    "opened_at" TIMESTAMPTZ(3),
    "proof" TEXT,
    "activation_id" TEXT,
    "instance_id" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "revoked_why" TEXT,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_removal" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "ticket" TEXT NOT NULL,
    "justification" TEXT,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_removal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_notice" (
    "activation_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "device_name" TEXT NOT NULL,
    "browser" TEXT NOT NULL,
    "network" TEXT,
    "activated_at" TIMESTAMPTZ(3) NOT NULL,
    "token_hash" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT,
    "disowned_at" TIMESTAMPTZ(3),
    "is_locked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "device_notice_pkey" PRIMARY KEY ("activation_id")
);

-- CreateTable
CREATE TABLE "device_replacement" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "old_instance_id" TEXT NOT NULL,
    "old_name" TEXT NOT NULL,
    "new_instance_id" TEXT,
    "new_name" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_replacement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_hold" (
    "instance_id" TEXT NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "device_hold_pkey" PRIMARY KEY ("instance_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_browser_hash_key" ON "invitation"("browser_hash");

-- CreateIndex
CREATE INDEX "invitation_user_id_domain_requested_at_idx" ON "invitation"("user_id", "domain", "requested_at");

-- CreateIndex
CREATE INDEX "invitation_requested_at_idx" ON "invitation"("requested_at");

-- CreateIndex
CREATE INDEX "device_removal_user_id_domain_requested_at_idx" ON "device_removal"("user_id", "domain", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "device_notice_token_hash_key" ON "device_notice"("token_hash");

-- CreateIndex
CREATE INDEX "device_notice_disowned_at_idx" ON "device_notice"("disowned_at");

-- CreateIndex
CREATE INDEX "device_replacement_user_id_domain_started_at_idx" ON "device_replacement"("user_id", "domain", "started_at");

-- CreateIndex
CREATE INDEX "activation_invitation_id_requested_at_idx" ON "activation"("invitation_id", "requested_at");


-- What Prisma's schema cannot say.

-- A person has at most one current invitation: two agents and two replicas included.
CREATE UNIQUE INDEX "invitation_one_current" ON "invitation"("user_id", "domain")
  WHERE "state" IN ('awaiting-approval', 'live', 'opened');

-- The queue of approvals, and the round that ends what is overdue.
CREATE INDEX "invitation_current_ends_at" ON "invitation"("ends_at")
  WHERE "state" IN ('awaiting-approval', 'live', 'opened');

-- The round that locks and removes old devices.
CREATE INDEX "invitation_old_device_due" ON "invitation"("requested_at")
  WHERE "old_device_state" IN ('lock-due', 'removal-due');

-- What lets somebody in is erased once they are in, or nobody is to be let in any more.
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_codes_only_while_live"
  CHECK ("state" = 'live' OR ("code_hash" IS NULL AND "read_out_hash" IS NULL));
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_browser_only_while_current"
  CHECK ("state" IN ('live', 'opened') OR "browser_hash" IS NULL);
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_end"
  CHECK (("ends_at" IS NOT NULL) = ("state" IN ('awaiting-approval', 'live', 'opened'))
    AND ("ended_at" IS NOT NULL) = ("ends_at" IS NULL));

-- Nobody is their own second person, and nobody re-issues for themselves.
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_four_eyes"
  CHECK ("requested_by" <> "user_id" AND "approved_by" <> "requested_by" AND "approved_by" <> "user_id");
ALTER TABLE "device_removal" ADD CONSTRAINT "device_removal_four_eyes"
  CHECK ("requested_by" <> "user_id" AND "decided_by" <> "requested_by" AND "decided_by" <> "user_id");
-- A removal takes a second person, or a reason why there was none.
ALTER TABLE "device_removal" ADD CONSTRAINT "device_removal_takes_two"
  CHECK ("state" NOT IN ('approved', 'removed') OR "decided_by" IS NOT NULL OR "justification" IS NOT NULL);

-- A device has at most one removal that is not over.
CREATE UNIQUE INDEX "device_removal_one_current" ON "device_removal"("instance_id")
  WHERE "state" IN ('awaiting-approval', 'approved');

-- The round that locks devices that were disowned.
CREATE INDEX "device_notice_lock_due" ON "device_notice"("disowned_at") WHERE "state" = 'disowned' AND NOT "is_locked";

-- The round that looks for devices that nobody was told of.
CREATE INDEX "activation_active_at" ON "activation"("active_at") WHERE "state" = 'active';

-- A person replaces one device at a time, and a device is replaced by one.
CREATE UNIQUE INDEX "device_replacement_one_under_way" ON "device_replacement"("user_id", "domain")
  WHERE "state" IN ('awaiting-device', 'awaiting-test');
CREATE UNIQUE INDEX "device_replacement_one_of_a_device" ON "device_replacement"("old_instance_id")
  WHERE "state" IN ('awaiting-device', 'awaiting-test', 'retired');
-- The round that ends replacements and removes retired devices.
CREATE INDEX "device_replacement_ends_at" ON "device_replacement"("ends_at")
  WHERE "state" IN ('awaiting-device', 'awaiting-test', 'retired');
