-- CreateTable
CREATE TABLE "gateway_challenge" (
    "key_hash" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "origin" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "browser" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "numbers" TEXT[],
    "serial_number" TEXT,
    "sequence_number" INTEGER,
    "user_id" TEXT,
    "domain" TEXT,
    "reason" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "gateway_challenge_pkey" PRIMARY KEY ("key_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "gateway_challenge_request_key_key" ON "gateway_challenge"("request_key");

-- CreateIndex
CREATE INDEX "gateway_challenge_expires_at_idx" ON "gateway_challenge"("expires_at");

-- What Prisma's schema cannot say.

-- A challenge that somebody can be signed in with has been read by one device, whose person is known.
ALTER TABLE "gateway_challenge" ADD CONSTRAINT "gateway_challenge_reader"
  CHECK ("state" NOT IN ('scanned', 'approved', 'redeemed', 'refused')
    OR ("serial_number" IS NOT NULL AND "sequence_number" IS NOT NULL AND "user_id" IS NOT NULL AND "domain" IS NOT NULL));
