-- a series may have two editions a year: 2027-spring
ALTER TABLE "Event" ALTER COLUMN "edition" SET DATA TYPE TEXT USING "edition"::text;
