-- CreateTable
CREATE TABLE "outbox_message" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "about" TEXT,
    "sealed_content" TEXT,
    "state" TEXT NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_problem" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "outbox_message_about_idx" ON "outbox_message"("about");

-- CreateIndex
CREATE INDEX "outbox_message_ended_at_idx" ON "outbox_message"("ended_at");

-- What Prisma's schema cannot say.

-- The round that sends what is due.
CREATE INDEX "outbox_message_pending_due_at" ON "outbox_message"("due_at") WHERE "state" = 'pending';

-- The list of dead letters, newest first.
CREATE INDEX "outbox_message_dead" ON "outbox_message"("ended_at", "id") WHERE "state" = 'dead';

-- The links in a message are erased with every state in which it will not be sent any more.
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_content_only_while_needed"
  CHECK (("sealed_content" IS NOT NULL) = ("state" IN ('pending', 'dead')));
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_end" CHECK (("ended_at" IS NULL) = ("state" = 'pending'));
