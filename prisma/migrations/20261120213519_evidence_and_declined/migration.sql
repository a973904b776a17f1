-- AlterTable
ALTER TABLE "JudgeSeat" ADD COLUMN     "declineReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "declinedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "declinedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ObjectionFile" (
    "eventId" TEXT NOT NULL,
    "objectionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ObjectionFile_pkey" PRIMARY KEY ("eventId","objectionId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ObjectionFile_storageKey_key" ON "ObjectionFile"("storageKey");

-- AddForeignKey
ALTER TABLE "ObjectionFile" ADD CONSTRAINT "ObjectionFile_eventId_objectionId_fkey" FOREIGN KEY ("eventId", "objectionId") REFERENCES "Objection"("eventId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
