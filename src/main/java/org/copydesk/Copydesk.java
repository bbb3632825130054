package org.copydesk;

public final class Copydesk {
  public static void main(String[] a) {
    System.out.println("hi");
  }
}
