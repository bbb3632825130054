package org.copydesk.segment;
import java.lang.management.*; import java.nio.file.*; import java.util.*; import java.util.stream.*; import org.copydesk.model.*;
public class LabP { public static void main(String[] a) throws Exception {
  List<byte[]> texts=new ArrayList<>(); try(Stream<Path> fs=Files.list(Path.of("/work/shared/data/page-text/text"))){ for(Path p:(Iterable<Path>)fs.sorted()::iterator) texts.add(Files.readAllBytes(p)); }
  ThreadMXBean T=ManagementFactory.getThreadMXBean(); LineModel m=LineModel.shipped(); long[] best=new long[6]; Arrays.fill(best,Long.MAX_VALUE); int lines=0;
  for(int r=0;r<25;r++){ long[] t=new long[6]; lines=0; LineMemory mem=new LineMemory();
   for(byte[] x:texts){ long t0=T.getCurrentThreadCpuTime(); UnitScanner s=new UnitScanner(x,Markers.LISTED,mem); List<Unit> u=new UnitReader(x,s).read(); long t1=T.getCurrentThreadCpuTime(); new LineEvidence(u,SiteModel.NONE,s).mark(Page.text("x",0,x)); long t2=T.getCurrentThreadCpuTime(); LineFeatures f=new LineFeatures(u,SiteModel.NONE,s); long t3=T.getCurrentThreadCpuTime(); char[] o=new char[LineSlots.TRAITS.length]; for(int i=0;i<u.size();i++) f.next(o); long t4=T.getCurrentThreadCpuTime(); LinePosteriors p=LinePosteriors.of(m,u,SiteModel.NONE,s); long t5=T.getCurrentThreadCpuTime(); LineLabeller.label(m,u,SiteModel.NONE,p); long t6=T.getCurrentThreadCpuTime(); lines+=u.size(); t[0]+=t1-t0;t[1]+=t2-t1;t[2]+=t3-t2;t[3]+=t4-t3;t[4]+=t5-t4;t[5]+=t6-t5; }
   for(int k=0;k<6;k++) best[k]=Math.min(best[k],t[k]); }
  String[] n={"read","evidence","features-init","features-next","posteriors (with features)","label"}; for(int k=0;k<6;k++) System.out.printf("%s %.2f us/line%n",n[k],best[k]/1e3/lines); System.out.println(LineSlots.COUNT+" slots "+LineSlots.ROWS+" rows");
}}
