import { Button } from '#components/ui/button';
import { Field } from '#components/ui/field';

/** Sends what `npm run certify` wrote on another machine; the answer leads back here. */
export function UploadCertificate({ slug, number }: { slug: string; number: number }) {
  const back = `/${slug}/configuration/versions/${number}#certificate`;
  const address = `/api/v1/workspaces/${slug}/configuration/versions/${number}/certificates`;
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`${address}?back=${encodeURIComponent(back)}`}
      className="grid gap-3"
    >
      <p>
        <code>npm run certify -- FILES</code> asks a client on any Linux machine and writes a certificate that
        is bound to these very files.
      </p>
      <Field type="file" name="file" label="Certificate" accept=".json" required />
      <p>
        <Button type="submit">Add the certificate</Button>
      </p>
    </form>
  );
}
