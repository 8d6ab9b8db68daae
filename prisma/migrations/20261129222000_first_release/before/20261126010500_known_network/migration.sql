-- CreateTable
CREATE TABLE "known_network" (
    "user_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "signed_in_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_network_pkey" PRIMARY KEY ("user_id","domain","network")
);

-- CreateIndex
CREATE INDEX "known_network_signed_in_at_idx" ON "known_network"("signed_in_at");
