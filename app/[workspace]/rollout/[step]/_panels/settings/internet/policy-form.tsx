'use client';

import { RadioDoors } from '#components/ui/choice';
import { TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import { domainPresetTexts, methodTexts } from '#lib/catalog/internet-access';
import type { InternetAccess } from '#lib/domain/internet-access/internet-access';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setInternetAccessAction } from './actions';

type Props = { action: BoundAction<typeof setInternetAccessAction>; access: InternetAccess };

const doors = (texts: Readonly<Record<string, { label: string; second: string }>>) =>
  Object.entries(texts).map(([value, text]) => ({ value, ...text }));

/** What agents may reach: where the allowlist starts, further domains, HTTP methods. */
export function PolicyForm({ action, access: { policy, version } }: Props) {
  return (
    <Form
      action={action}
      version={version}
      submit="Save the policy"
      saved="The policy for agent internet access is saved."
    >
      {({ errorOf, typedOf }) => (
        <>
          <RadioDoors
            legend="Where the allowlist starts"
            name="preset"
            required
            defaultValue={typedOf('preset', policy?.preset) || null}
            error={errorOf('preset')}
            options={doors(domainPresetTexts)}
          />
          <TextArea
            label="Further domains"
            name="domains"
            mono
            rows={4}
            hint="One host name in each line, without https:// and without wildcards"
            error={errorOf('domains')}
            defaultValue={typedOf('domains', policy?.domains.join('\n'))}
          />
          <RadioDoors
            legend="HTTP methods"
            name="methods"
            required
            defaultValue={typedOf('methods', policy?.methods) || null}
            error={errorOf('methods')}
            options={doors(methodTexts)}
          />
        </>
      )}
    </Form>
  );
}
