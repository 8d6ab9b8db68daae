-- CreateTable
CREATE TABLE "image_key" (
    "number" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "sealed_private_key" TEXT,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "endorsement" TEXT,

    CONSTRAINT "image_key_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "image_key_id_key" ON "image_key"("id");

-- What Prisma's schema cannot say.

-- Every key but the first is endorsed by the one before it.
ALTER TABLE "image_key" ADD CONSTRAINT "image_key_endorsement" CHECK (("number" = 1) = ("endorsement" IS NULL));
