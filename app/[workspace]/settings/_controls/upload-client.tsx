import { Button } from '#components/ui/button';
import { Field } from '#components/ui/field';

/** Sends a client's package; the answer leads back here. It works without scripts, and takes as long as the line does. */
export function UploadClient({ slug }: { slug: string }) {
  const back = `/${slug}/settings#clients`;
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`/api/v1/workspaces/${slug}/clients/package?back=${encodeURIComponent(back)}`}
      className="grid gap-3"
    >
      <p className="max-w-read">
        Where this server reaches no registry: <code>npm pack @openai/codex@VERSION-linux-x64</code> on
        another machine writes the package. It is started here once, to tell its version.
      </p>
      <Field type="file" name="file" label="Package" accept=".tgz,.gz" required />
      <p>
        <Button type="submit">Add the client</Button>
      </p>
    </form>
  );
}
