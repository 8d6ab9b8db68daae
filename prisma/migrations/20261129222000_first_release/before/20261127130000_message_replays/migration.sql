-- How often a dead letter was sent again: progress that counts a message's moves never goes back.
ALTER TABLE "outbox_message" ADD COLUMN "replays" INTEGER NOT NULL DEFAULT 0;
