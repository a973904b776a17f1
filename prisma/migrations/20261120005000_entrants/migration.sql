-- AlterTable
ALTER TABLE "EntryAuthor" ADD COLUMN "bornOn" TEXT,
ADD COLUMN "independent" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "EntryFile" ADD COLUMN "copyKey" TEXT;
