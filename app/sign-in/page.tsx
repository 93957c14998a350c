import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BareFrame } from '#components/layout/bare-frame';
import { isSetUp } from '#lib/queries/one-time-links';
import { version } from '#lib/shell/version';
import { signInAction } from './_controls/actions';
import { SignInForm } from './_controls/sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { to } = await searchParams;
  if (!(await isSetUp())) redirect('/setup');
  return (
    <BareFrame version={version}>
      <h1>Sign in to Slipway</h1>
      <SignInForm action={signInAction.bind(null, typeof to === 'string' ? to : '/')} />
    </BareFrame>
  );
}
