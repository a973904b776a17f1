-- CreateEnum
CREATE TYPE "BatchState" AS ENUM ('preparing', 'open');

-- CreateEnum
CREATE TYPE "BatchTask" AS ENUM ('reading_zip', 'making_drafts', 'handing_in');

-- CreateEnum
CREATE TYPE "BatchFileState" AS ENUM ('matched', 'left', 'ignored', 'taken', 'refused');

-- CreateEnum
CREATE TYPE "SigningWay" AS ENUM ('account', 'sent_link', 'handed_link');

-- AlterEnum
ALTER TYPE "EntryOrigin" ADD VALUE 'collective';

-- DropForeignKey
ALTER TABLE "Entry" DROP CONSTRAINT "Entry_createdById_fkey";

-- DropForeignKey
ALTER TABLE "Statement" DROP CONSTRAINT "Statement_signedById_fkey";

-- DropIndex
DROP INDEX "Entry_createdById_idx";

-- who began an entry is known; whose it is, was the same person except for what staff typed in
ALTER TABLE "Entry" RENAME COLUMN "createdById" TO "startedById";
ALTER TABLE "Entry" ADD COLUMN     "batchId" TEXT,
ADD COLUMN     "ownerId" TEXT;
UPDATE "Entry" SET "ownerId" = "startedById" WHERE "origin" = 'online';
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_owned_unless_on_paper" CHECK (("origin" = 'on_behalf') = ("ownerId" IS NULL));

-- what was signed for was the version handed in at the same moment
ALTER TABLE "Statement" ADD COLUMN     "authorId" TEXT,
ADD COLUMN     "way" "SigningWay" NOT NULL DEFAULT 'account',
ADD COLUMN     "workSha256" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "signedById" DROP NOT NULL;
ALTER TABLE "Statement" DISABLE TRIGGER "Statement_kept";
UPDATE "Statement" s SET "workSha256" = v."sha256" FROM "EntryVersion" v
  WHERE v."eventId" = s."eventId" AND v."entryId" = s."entryId" AND v."submittedAt" = s."signedAt";
ALTER TABLE "Statement" ENABLE TRIGGER "Statement_kept";
ALTER TABLE "Statement" ALTER COLUMN "workSha256" DROP DEFAULT;

-- CreateTable
CREATE TABLE "EntryBatch" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "state" "BatchState" NOT NULL DEFAULT 'preparing',
    "version" INTEGER NOT NULL DEFAULT 1,
    "sheetName" TEXT NOT NULL DEFAULT '',
    "zipName" TEXT NOT NULL DEFAULT '',
    "zipKey" TEXT,
    "zipBytes" BIGINT NOT NULL DEFAULT 0,
    "zipFault" JSONB,
    "task" "BatchTask",
    "taskDone" INTEGER NOT NULL DEFAULT 0,
    "taskTotal" INTEGER NOT NULL DEFAULT 0,
    "scanKey" TEXT,
    "scanMime" TEXT NOT NULL DEFAULT '',
    "scanSha256" TEXT NOT NULL DEFAULT '',
    "scanAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EntryBatch_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "EntryBatchRow" (
    "eventId" TEXT NOT NULL,
    "batchId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    "entryId" TEXT,

    CONSTRAINT "EntryBatchRow_pkey" PRIMARY KEY ("eventId","batchId","line")
);

-- CreateTable
CREATE TABLE "EntryBatchFile" (
    "eventId" TEXT NOT NULL,
    "batchId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "state" "BatchFileState" NOT NULL,
    "line" INTEGER,
    "slot" TEXT,
    "refusal" JSONB,

    CONSTRAINT "EntryBatchFile_pkey" PRIMARY KEY ("eventId","batchId","place")
);

-- CreateTable
CREATE TABLE "SigningLink" (
    "eventId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "sentCount" INTEGER NOT NULL DEFAULT 0,
    "openedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SigningLink_pkey" PRIMARY KEY ("eventId","entryId","authorId")
);

-- CreateIndex
CREATE INDEX "EntryBatch_ownerId_idx" ON "EntryBatch"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "SigningLink_id_key" ON "SigningLink"("id");

-- CreateIndex
CREATE INDEX "Entry_ownerId_idx" ON "Entry"("ownerId");

-- CreateIndex
CREATE INDEX "Entry_eventId_batchId_idx" ON "Entry"("eventId", "batchId");

-- AddForeignKey
ALTER TABLE "EntryBatch" ADD CONSTRAINT "EntryBatch_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "EntryBatch" ADD CONSTRAINT "EntryBatch_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryBatchRow" ADD CONSTRAINT "EntryBatchRow_eventId_batchId_fkey" FOREIGN KEY ("eventId", "batchId") REFERENCES "EntryBatch"("eventId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryBatchFile" ADD CONSTRAINT "EntryBatchFile_eventId_batchId_fkey" FOREIGN KEY ("eventId", "batchId") REFERENCES "EntryBatch"("eventId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SigningLink" ADD CONSTRAINT "SigningLink_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_startedById_fkey" FOREIGN KEY ("startedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_eventId_batchId_fkey" FOREIGN KEY ("eventId", "batchId") REFERENCES "EntryBatch"("eventId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_signedById_fkey" FOREIGN KEY ("signedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
