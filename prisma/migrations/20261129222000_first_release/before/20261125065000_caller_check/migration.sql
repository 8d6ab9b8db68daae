-- AlterTable
ALTER TABLE "gateway_challenge" ADD COLUMN "purpose" TEXT NOT NULL DEFAULT 'sign-in';
