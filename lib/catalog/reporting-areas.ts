import type { ReportingArea, ReportingAreaDefinition } from '#lib/domain/reporting-owners/reporting-owner';

/** What guide 2026-03, Step 5, asks an owner for. */
export const reportingAreas: Readonly<Record<ReportingArea, ReportingAreaDefinition>> = {
  adoption: {
    label: 'Adoption reporting',
    answersFor: 'Reads the dashboard or the Analytics API, and tells how far Codex is taken up',
    source: 'Guide 2026-03, Step 5: “Assign an owner for adoption reporting”',
  },
  audit: {
    label: 'Audit and compliance review',
    answersFor: 'Sees that compliance exports run, and looks into what they show',
    source: 'Guide 2026-03, Step 5: “Assign an owner for audit and compliance review”',
  },
};
