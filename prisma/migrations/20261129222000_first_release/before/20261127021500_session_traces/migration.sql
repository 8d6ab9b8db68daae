-- Where a session was opened, so that its person recognizes it. Null in sessions of versions before this one.
ALTER TABLE "session"
  ADD COLUMN "browser" TEXT CONSTRAINT "session_browser_length" CHECK (char_length("browser") <= 120),
  ADD COLUMN "network" TEXT,
  ADD COLUMN "last_seen_at" TIMESTAMPTZ(3);
