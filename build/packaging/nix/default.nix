# Takes the published tarball, which is built and has no dependencies. Fill in the hash that the first build names.
{ lib, stdenvNoCC, fetchurl, makeWrapper, nodejs_24 }:

stdenvNoCC.mkDerivation rec {
  pname = "donga-tui";
  version = "0.1.0";
  src = fetchurl {
    url = "https://registry.npmjs.org/${pname}/-/${pname}-${version}.tgz";
    hash = lib.fakeHash;
  };
  nativeBuildInputs = [ makeWrapper ];
  installPhase = ''
    mkdir -p $out/lib/${pname} $out/share/man/man1
    cp -r dist fixtures package.json THIRD-PARTY.txt $out/lib/${pname}/
    cp man/donga-tui.1 $out/share/man/man1/
    makeWrapper ${nodejs_24}/bin/node $out/bin/${pname} --add-flags $out/lib/${pname}/dist/bin.js
  '';
  meta = {
    description = "Read The Dong-A Ilbo in a terminal";
    homepage = "https://github.com/OWNER/donga-tui";
    license = lib.licenses.mit;
    mainProgram = pname;
  };
}
