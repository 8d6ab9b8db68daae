-- CreateTable
CREATE TABLE "refused_attempts" (
    "key" TEXT NOT NULL,
    "window_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "subject_user_id" TEXT,
    "subject_domain" TEXT,
    "network" TEXT,

    CONSTRAINT "refused_attempts_pkey" PRIMARY KEY ("key","window_ends_at")
);

-- CreateIndex
CREATE INDEX "refused_attempts_window_ends_at_idx" ON "refused_attempts"("window_ends_at");
