-- Which process holds a lease, so that it ends with the process. Null in leases of versions before: they run out.
ALTER TABLE "activation" ADD COLUMN "leased_by" INTEGER;
ALTER TABLE "outbox_message" ADD COLUMN "leased_by" INTEGER;
ALTER TABLE "api_request" ADD COLUMN "leased_by" INTEGER;
