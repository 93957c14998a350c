'use server';

import { certifyVersion } from '#lib/commands/certificates/certify-version';
import { approveVersion } from '#lib/commands/config-versions/approve-version';
import { makeVersion } from '#lib/commands/config-versions/make-version';
import { releaseVersion } from '#lib/commands/config-versions/release-version';
import { takeBackApproval } from '#lib/commands/config-versions/take-back-approval';
import { formInteger, toAction } from '#lib/shell/server-action';

export const approveVersionAction = toAction(approveVersion);

export const takeBackApprovalAction = toAction(takeBackApproval);

export const releaseVersionAction = toAction(releaseVersion);

export const certifyVersionAction = toAction(certifyVersion);

export const bringBackAction = toAction(makeVersion, { from: formInteger, version: formInteger });
