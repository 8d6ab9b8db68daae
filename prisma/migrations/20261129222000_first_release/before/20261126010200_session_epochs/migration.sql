-- CreateTable
CREATE TABLE "session_epoch" (
    "user_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_epoch_pkey" PRIMARY KEY ("user_id", "domain")
);
