-- CreateTable
CREATE TABLE "device_name" (
    "instance_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "device_name_pkey" PRIMARY KEY ("instance_id")
);
