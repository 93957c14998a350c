import type { BundleSource, LaidFile } from './bundle';
import { base64 } from './quoting';

/** Everything in these scripts is ASCII: Windows PowerShell 5.1 reads a file without a mark in the machine's code page. */
const perUser = 'managed_config.toml';

/** The files that are laid into %ProgramData%; managed defaults are looked for in each user's own folder. */
const machineWide = (files: readonly LaidFile[]) => files.filter(({ path }) => path !== perUser);

type Scripted = Pick<BundleSource, 'workspace' | 'number' | 'sha256'>;

const head = (purpose: string, { workspace, number, sha256 }: Scripted) => `# Slipway: ${purpose}
# Workspace ${workspace.slug}, release ${String(number)}, content ${sha256}
# Not tested on Windows by Slipway: try it on one machine first.
`;

const strict = `Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
function Get-Text([string]$Base64) { [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Base64)) }
function Get-Sum([string]$Path) { (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash.ToLowerInvariant() }
`;

const places = `$folder = Join-Path $env:ProgramData 'OpenAI\\Codex'
$state = Join-Path $env:ProgramData 'Slipway\\Codex'
`;

/** Rows of files, with the bytes where they are to be written. Paths come in base64, so that none is read as code. */
function fileTable(files: readonly LaidFile[], withBytes: boolean): string {
  const rows = files.map(({ path, sha256, text }) => {
    const bytes = withBytes ? `; Bytes = '${base64(text)}'` : '';
    return `  @{ Path = (Get-Text '${base64(path)}'); Sum = '${sha256}'${bytes} }`;
  });
  return `$files = @(\n${rows.join('\n')}\n)\n`;
}

const adminOnly = `$me = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
if (-not $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) { throw 'Run it as an administrator, or as SYSTEM.' }
`;

const writeFunction = `function Write-Whole([string]$Path, $File) {
  $null = New-Item -ItemType Directory -Force -Path (Split-Path -Parent $Path)
  if ((Test-Path -LiteralPath $Path -PathType Leaf) -and ((Get-Sum $Path) -eq $File.Sum)) { return }
  $part = "$Path.slipway-part"
  [IO.File]::WriteAllBytes($part, [Convert]::FromBase64String($File.Bytes))
  if ((Get-Sum $part) -ne $File.Sum) { Remove-Item -LiteralPath $part -Force; throw "The bytes of $($File.Path) did not arrive whole." }
  Move-Item -LiteralPath $part -Destination $Path -Force
}
`;

/** By default users may add files below %ProgramData%; one broken rules file would switch off all rules. */
const closeFolder = `$null = New-Item -ItemType Directory -Force -Path $folder
& icacls.exe $folder /inheritance:r /grant:r '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' /Q | Out-Null
if ($LASTEXITCODE -ne 0) { throw 'The rights of the folder could not be set.' }
`;

const keepAndWrite = `$null = New-Item -ItemType Directory -Force -Path (Join-Path $state 'before')
$list = Join-Path $state 'managed.txt'
$managed = @()
if (Test-Path -LiteralPath $list) { $managed = @([IO.File]::ReadAllLines($list)) }
foreach ($file in $files) {
  $target = Join-Path $folder $file.Path
  if ($managed -notcontains $file.Path) {
    if (Test-Path -LiteralPath $target -PathType Leaf) {
      $kept = Join-Path (Join-Path $state 'before') $file.Path
      $null = New-Item -ItemType Directory -Force -Path (Split-Path -Parent $kept)
      Copy-Item -LiteralPath $target -Destination $kept -Force
    }
    $managed += $file.Path
    [IO.File]::WriteAllLines($list, [string[]]$managed)
  }
  Write-Whole $target $file
}
$current = @($files | ForEach-Object { $_.Path })
foreach ($old in @($managed | Where-Object { $current -notcontains $_ })) { Undo-File $old }
[IO.File]::WriteAllLines($list, [string[]]$current)
`;

const undoFunction = `function Undo-File([string]$Path) {
  $target = Join-Path $folder $Path
  $kept = Join-Path (Join-Path $state 'before') $Path
  if (Test-Path -LiteralPath $kept) { Move-Item -LiteralPath $kept -Destination $target -Force }
  elseif (Test-Path -LiteralPath $target) { Remove-Item -LiteralPath $target -Force }
}
`;

/** Lays the files into %ProgramData%\OpenAI\Codex; with `-CurrentUser` the managed defaults of who runs it. */
export function installPs1(source: Scripted, files: readonly LaidFile[]): string {
  const defaults = files.filter(({ path }) => path === perUser);
  return [
    head('lays the managed configuration of Codex onto this machine.', source),
    '[CmdletBinding()]\nparam([switch]$CurrentUser)\n',
    strict,
    places,
    writeFunction,
    'if ($CurrentUser) {\n',
    fileTable(defaults, true),
    "foreach ($file in $files) { Write-Whole (Join-Path (Join-Path $env:USERPROFILE '.codex') $file.Path) $file }\n",
    `Write-Output 'The managed defaults of release ${String(source.number)} are in place for this user.'\nexit 0\n}\n`,
    adminOnly,
    undoFunction,
    fileTable(machineWide(files), true),
    closeFolder,
    keepAndWrite,
    `Write-Output 'Release ${String(source.number)} is in place.'\n`,
  ].join('');
}

/** For Intune: says so and ends with 0 where every file is as released, else ends with 1 without a word. */
export const detectPs1 = (source: Scripted, files: readonly LaidFile[]): string =>
  [
    head('tells Intune whether this release is in place.', source),
    strict,
    places,
    fileTable(machineWide(files), false),
    `foreach ($file in $files) {
  $target = Join-Path $folder $file.Path
  if (-not (Test-Path -LiteralPath $target -PathType Leaf)) { exit 1 }
  if ((Get-Sum $target) -ne $file.Sum) { exit 1 }
}
Write-Output 'Release ${String(source.number)} is in place.'
exit 0
`,
  ].join('');

/** Puts back what was in %ProgramData%\OpenAI\Codex before the first release. */
export const removePs1 = (source: Scripted): string =>
  [
    head('puts back what was there before.', source),
    strict,
    places,
    adminOnly,
    undoFunction,
    `$list = Join-Path $state 'managed.txt'
if (-not (Test-Path -LiteralPath $list)) { Write-Output 'Nothing was laid down here.'; exit 0 }
foreach ($path in [IO.File]::ReadAllLines($list)) { Undo-File $path }
Remove-Item -LiteralPath $state -Recurse -Force
Write-Output 'What was there before is back.'
`,
  ].join('');

const enforcedPart = `$version = $null
$enforced = $null
$found = Get-Command $Client -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
if ($found) {
  $work = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString())
  $null = New-Item -ItemType Directory -Path $work
  $before = $env:CODEX_HOME
  $env:CODEX_HOME = $work
  try {
    $said = (& $found.Path --version 2>$null) -join ' '
    if ($said -match '^codex-cli ([0-9][0-9A-Za-z.-]*)$') {
      $version = $Matches[1]
      $answer = (& $found.Path app-server --print-startup-config 2>$null) -join "\`n"
      if ($LASTEXITCODE -eq 0) { $enforced = ($answer | ConvertFrom-Json).configRequirements.requirements }
    }
  } catch { $enforced = $null } finally {
    $env:CODEX_HOME = $before
    Remove-Item -LiteralPath $work -Recurse -Force -ErrorAction SilentlyContinue
  }
}
`;

const machinePart = (
  salt: string,
) => `$id = (Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Cryptography').MachineGuid
$hash = [Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes("${salt}:$id"))
$machine = -join ($hash | ForEach-Object { $_.ToString('x2') })
`;

/** Prints a receipt as one line of JSON; ends with 1 where a file of the machine is not as released. */
export function verifyPs1(
  source: Scripted & Pick<BundleSource, 'machineSalt'>,
  files: readonly LaidFile[],
): string {
  return [
    head('says what this machine has of a release.', source),
    "[CmdletBinding()]\nparam([string]$Client = 'codex', [string]$Post = '')\n",
    strict,
    places,
    fileTable(files, false),
    `$differing = 0
$sums = [ordered]@{}
foreach ($file in $files) {
  $target = Join-Path $folder $file.Path
  $own = $file.Path -eq '${perUser}'
  if ($own) { $target = Join-Path (Join-Path $env:USERPROFILE '.codex') $file.Path }
  $sum = $null
  if (Test-Path -LiteralPath $target -PathType Leaf) { $sum = Get-Sum $target }
  $sums[$file.Path] = $sum
  if ($sum -ne $file.Sum -and -not ($own -and $null -eq $sum)) { $differing += 1 }
}
`,
    machinePart(source.machineSalt),
    enforcedPart,
    `$receipt = [ordered]@{ receipt = 1; release = ${String(source.number)}; content = '${source.sha256}'; os = 'windows'; machine = $machine; client = $version; files = $sums; enforced = $enforced }
$json = ConvertTo-Json -InputObject $receipt -Compress -Depth 30
Write-Output $json
if ($Post -ne '') {
  $headers = @{ Authorization = "Bearer $env:SLIPWAY_TOKEN" }
  $null = Invoke-RestMethod -Uri $Post -Method Post -Headers $headers -ContentType 'application/json' -Body ([Text.Encoding]::UTF8.GetBytes($json))
}
exit [int]($differing -gt 0)
`,
  ].join('');
}
