-- Activations whose data travel in images and typed codes.
ALTER TABLE "gateway_registration" ADD COLUMN "is_offline" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "activation" ADD COLUMN "activation_type" TEXT NOT NULL DEFAULT 'online';

ALTER TABLE "activation" DROP CONSTRAINT "activation_payload_only_while_issued";
ALTER TABLE "activation" ADD CONSTRAINT "activation_payload_only_while_shown" CHECK (
  ("sealed_payload" IS NOT NULL) = ("state" = 'issued' OR ("state" = 'verified' AND "activation_type" = 'offline'))
);
