-- How a session's person proved who they are, and when: {"password": "2026-11-27T08:00:00.000Z"}.
ALTER TABLE "session" ADD COLUMN "proofs" JSONB NOT NULL DEFAULT '{}';

-- Sessions that are open: what opened them is not kept, and a password proves least.
UPDATE "session"
SET "proofs" = jsonb_build_object(
  CASE WHEN "invitation_id" IS NULL THEN 'password' ELSE 'invitation' END,
  to_char("authenticated_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
);

-- Versions before this one fill it in, and read it.
ALTER TABLE "session" ALTER COLUMN "authenticated_at" SET DEFAULT CURRENT_TIMESTAMP;
