-- AlterTable
ALTER TABLE "EntryBatchFile" ADD COLUMN     "byHand" BOOLEAN NOT NULL DEFAULT false;
