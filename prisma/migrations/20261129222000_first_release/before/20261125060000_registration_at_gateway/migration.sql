-- AlterTable
ALTER TABLE "activation" ADD COLUMN     "gateway_basis" TEXT,
ADD COLUMN     "gateway_domain" TEXT,
ADD COLUMN     "gateway_user_id" TEXT;

-- What Prisma's schema cannot say.

-- Registrations from before the gateway's own names were kept.
UPDATE "activation" SET "gateway_user_id" = "user_id", "gateway_domain" = "domain"
  WHERE "state" IN ('issued', 'scanned', 'verified', 'linked');

-- An adapter that keeps more keeps too much.
ALTER TABLE "activation" ADD CONSTRAINT "activation_gateway_basis_is_short"
  CHECK (length("gateway_basis") <= 8192);
