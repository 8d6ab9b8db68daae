-- What a gateway knew of a user before an activation is called its baseline everywhere else.
ALTER TABLE "activation" RENAME COLUMN "gateway_basis" TO "gateway_baseline";
ALTER TABLE "activation" RENAME CONSTRAINT "activation_gateway_basis_is_short" TO "activation_gateway_baseline_is_short";
