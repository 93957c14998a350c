import { CopyButton } from '#components/ui/copy-button';
import { DefinitionList } from '#components/ui/facts';
import { cloudPolicy, mdm } from '#lib/catalog/precedence';

/** The two ways that need no file on a computer. */
export function MdmAndCloud() {
  const facts = [
    { term: 'Domain', value: <Copied text={mdm.domain} /> },
    ...mdm.keys.map(({ key, file }, index) => ({
      term: `Key ${index + 1}`,
      value: <Copied text={key} />,
      meta: `holds ${file}`,
    })),
  ];
  return (
    <div className="grid gap-5 border-t border-line p-4 wide:grid-cols-2">
      <section className="grid content-start gap-2" aria-label="By MDM on macOS">
        <h3>By MDM on macOS</h3>
        <DefinitionList facts={facts} />
        <p className="meta-soft">{mdm.form}</p>
        <p className="meta-soft">{mdm.forced}</p>
      </section>
      <section className="grid content-start gap-2" aria-label="By a cloud policy">
        <h3>By a cloud policy</h3>
        {cloudPolicy.map((sentence) => (
          <p key={sentence} className="meta-soft">
            {sentence}
          </p>
        ))}
      </section>
    </div>
  );
}

function Copied({ text }: { text: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <code className="break-all">{text}</code>
      <CopyButton text={text} label={`Copy ${text}`} iconOnly />
    </span>
  );
}
