-- AlterTable
ALTER TABLE "activation" ADD COLUMN     "sealed_credential" TEXT;

-- What Prisma's schema cannot say.

-- A person's password is erased as soon as the gateway has it, or nobody waits for that any more.
ALTER TABLE "activation" ADD CONSTRAINT "activation_credential_only_while_requested"
  CHECK ("sealed_credential" IS NULL OR "state" = 'requested');
